import Testing

@testable import Domain

struct ModelSightTests {
    @Test(arguments: [
        "claude-sonnet-4-5", "anthropic/claude-3-haiku", "gpt-4o-mini", "gpt-5", "o3", "gemini-2.5-flash",
        "meta-llama/Llama-3.2-11B-Vision-Instruct", "qwen2.5vl:7b", "Qwen/Qwen2.5-VL-7B-Instruct", "llava:13b", "gemma3:4b",
        "meta-llama/llama-4-scout-17b-16e-instruct",
    ])
    func `models with sight are known by their names`(model: String) { #expect(ModelSight.takesImages(model)) }

    @Test(arguments: [
        "claude-2.1", "gpt-3.5-turbo", "gpt-4", "o3-mini", "llama-3.3-70b", "qwen3:8b", "deepseek-r1", "gemma3:1b", "", "/",
        "mixtral-8x7b",
    ])
    func `others are not asked to look`(model: String) { #expect(!ModelSight.takesImages(model)) }

    @Test func `a picture is known by its first bytes, not by its name`() {
        #expect(ImageFormat(of: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) == .png)
        #expect(ImageFormat(of: [0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
        #expect(ImageFormat(of: Array("GIF87a".utf8)) == .gif)
        #expect(ImageFormat(of: Array("RIFF....WEBPVP8 ".utf8)) == .webp)
        for bytes in [[], Array("RIFF....WAVE".utf8), Array("<svg>".utf8), [0x89, 0x50]] {
            #expect(ImageFormat(of: bytes) == nil)
        }
    }
}
