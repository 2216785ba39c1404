// The sites that `problemc docs` writes, and what is in them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export function problemc(...args) {
  return spawnSync(process.env.PROBLEMC, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

export class Site {
  constructor(directory, audience, registries) {
    const done = problemc('docs', ...registries, '-o', directory, '--audience', audience);
    assert.equal(done.status, 0, done.stderr);
    this.directory = path.resolve(directory);
    this.audience = audience;
    this.name = `${path.basename(directory)} (${audience})`;
  }

  // Paths within the site of the files whose names end so, the index before pages.
  files(ending) {
    return readdirSync(this.directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map((entry) => path.relative(this.directory, path.join(entry.parentPath ?? entry.path, entry.name)))
      .sort((a, b) => a.split(path.sep).length - b.split(path.sep).length || (a < b ? -1 : 1));
  }

  pages() {
    const pages = this.files('.html');
    assert.ok(pages.length > 1 && pages[0] === 'index.html', `${this.name} has an index and pages`);
    return pages;
  }

  // What a browser opens from the disk: a page, or without one what all its files' URLs begin with.
  url(page = '') {
    return pathToFileURL(path.join(this.directory, page)).href + (page ? '' : '/');
  }
}

// The public and the operator's site of each registry, and of the last two together.
export function everySite(registries) {
  const sites = [];
  for (const audience of ['public', 'operator']) {
    for (const registry of registries) sites.push(new Site(`${audience}/${path.basename(registry, '.yaml')}`, audience, [registry]));
    sites.push(new Site(`${audience}/portal`, audience, registries.slice(-2)));
  }
  return sites;
}
