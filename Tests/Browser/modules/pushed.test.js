import { same, test } from "./check.js";

export const modules = ["pushed"];

export function define({ pushed: { pushed } }) {
  const itself = (row) => row;

  test("what new rows push out of the newest page stands behind it", () => {
    same(pushed([5, 4, 3], [7, 6, 5], [2, 1], itself), [5, 4, 3, 2, 1]);
    same(pushed([5, 4, 3], [5, 4, 3], [5, 4, 3, 2, 1], itself), [5, 4, 3, 2, 1]);
    same(pushed([], [3, 2], [1], itself), [1]);
  });

  test("a gap between the newest page and what was there is seen", () => {
    same(pushed([5, 4, 3], [9, 8, 7], [2, 1], itself), null);
  });
}
