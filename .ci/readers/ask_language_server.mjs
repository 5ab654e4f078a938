// What the YAML language server, which editors run, says of a file: `node ask_language_server.mjs FILE LINE COLUMN`
// prints what it finds wrong as `line:column message`, and what it would complete there.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [path, line, column] = process.argv.slice(2);
const uri = pathToFileURL(path).href;
const program = new URL("node_modules/yaml-language-server/bin/yaml-language-server", import.meta.url).pathname;
const server = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const settings = { validate: true, completion: true, schemaStore: { enable: false } };
const waiting = new Map();
let received = Buffer.alloc(0);

function send(message) {
  const text = JSON.stringify({ jsonrpc: "2.0", ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

function answer(name) {
  return new Promise((resolve) => waiting.set(name, resolve));
}

function ask(method, params) {
  const id = `${method}`;
  send({ id, method, params });
  return answer(id);
}

function take(message) {
  if (message.method === "workspace/configuration") {
    const result = message.params.items.map((item) => (item.section === "yaml" ? settings : null));
    send({ id: message.id, result });
  } else if (message.method === "textDocument/publishDiagnostics") {
    waiting.get(message.method)?.(message.params.diagnostics);
  } else if (message.method && message.id !== undefined) {
    send({ id: message.id, result: null });
  } else if (!message.method) {
    waiting.get(message.id)?.(message.result);
  }
}

server.stdout.on("data", (chunk) => {
  received = Buffer.concat([received, chunk]);
  for (;;) {
    const end = received.indexOf("\r\n\r\n");
    const length = Number(/Content-Length: (\d+)/.exec(received.subarray(0, Math.max(end, 0)))?.[1]);
    if (end < 0 || received.length < end + 4 + length) return;
    const message = JSON.parse(received.subarray(end + 4, end + 4 + length));
    received = received.subarray(end + 4 + length);
    take(message);
  }
});

await ask("initialize", {
  processId: process.pid,
  rootUri: null,
  capabilities: { workspace: { configuration: true }, textDocument: { completion: {} } },
});
send({ method: "initialized", params: {} });
send({ method: "workspace/didChangeConfiguration", params: { settings: { yaml: settings } } });
const told = answer("textDocument/publishDiagnostics");
const document = { uri, languageId: "yaml", version: 1, text: readFileSync(path, "utf8") };
send({ method: "textDocument/didOpen", params: { textDocument: document } });
const wrong = (await told).map(({ range: { start }, message }) => `${start.line + 1}:${start.character + 1} ${message}`);
const position = { line: line - 1, character: column - 1 };
const { items } = await ask("textDocument/completion", { textDocument: { uri }, position });
console.log(JSON.stringify({ wrong, completed: items.map((item) => item.label) }));
server.kill();
