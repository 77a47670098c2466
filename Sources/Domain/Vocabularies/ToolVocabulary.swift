/// How an MCP server is reached.
package enum MCPTransport: String, Vocabulary {
    case stdio
    case sse
}

/// How a tool call ended.
package enum ToolCallStatus: String, Vocabulary {
    case success
    case error
    case denied
}
