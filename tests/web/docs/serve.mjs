// A directory as any static server would serve it: /errors/CODE leads to /errors/CODE/, which is that directory's index.html.
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.md': 'text/markdown; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.xml': 'application/xml',
};

function answer(directory, request, response) {
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const file = path.join(directory, path.normalize(decodeURIComponent(pathname)));
  const found = existsSync(file) && statSync(file);
  if (found && found.isDirectory() && !pathname.endsWith('/')) {
    response.writeHead(301, { Location: `${pathname}/${search}` }).end();
    return;
  }
  const served = found && found.isDirectory() ? path.join(file, 'index.html') : file;
  if (!existsSync(served)) {
    response.writeHead(404).end();
    return;
  }
  const type = types[path.extname(served)] ?? 'application/octet-stream';
  response.writeHead(200, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' }).end(readFileSync(served));
}

// The work gets the origin, such as http://127.0.0.1:4711; the server is gone when it is done.
export async function withServer(directory, work) {
  const server = createServer((request, response) => answer(directory, request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
