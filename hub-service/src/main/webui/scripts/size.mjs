// Fails when what a browser loads for a first view is larger than its budget: node scripts/size.mjs OUT_DIR
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_KIB = 350;
const VIEWS = ['src/pages/overview/Overview.tsx'];

const out = process.argv[2] ?? 'dist';
const manifest = JSON.parse(readFileSync(join(out, 'console-manifest.json'), 'utf8'));
const files = new Set(['index.html', 'entente.svg']);
const seen = new Set();

function take(key) {
  const chunk = manifest[key];
  if (chunk === undefined) {
    throw new Error(`${key} is not in the build`);
  }
  if (!seen.has(key)) {
    seen.add(key);
    [chunk.file, ...(chunk.css ?? [])].forEach((file) => files.add(file));
    (chunk.imports ?? []).forEach(take);
  }
}

take('index.html');
VIEWS.forEach(take);
const kib = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file)), { level: 6 }).length, 0) / 1024;
console.log(`console: first view ${kib.toFixed(1)} KiB gzip in ${files.size} files, without fonts; budget ${BUDGET_KIB}`);
if (kib > BUDGET_KIB) {
  process.exit(1);
}
