// The cockpit starts here.
const boot = JSON.parse(document.getElementById("boot").textContent);
document.getElementById("app").textContent = `Team-X ${boot.version}`;
