// Builds or tests the console for Maven, and does nothing when nothing changed since it last went well.
//   node scripts/console.mjs build OUT_DIR STAMP_DIR
//   node scripts/console.mjs test STAMP_DIR
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [task, ...places] = process.argv.slice(2);

function run(...words) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, words, { cwd: root, stdio: 'inherit' });
  if (error || status !== 0) {
    console.error(`console: npm ${words.join(' ')} failed; -Dconsole.skip builds the hub without the console`);
    process.exit(status || 1);
  }
}

function filesOf(place) {
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const sources = () =>
  hashOf([
    ...['package.json', 'package-lock.json', 'index.html', 'vite.config.ts', 'tsconfig.json'].map((name) => join(root, name)),
    ...['src', 'public', 'scripts'].flatMap((name) => filesOf(join(root, name))),
  ]);

function once(stamp, wanted, kept, work) {
  if (kept && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  rmSync(stamp, { force: true });
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

const modules = join(root, 'node_modules');
once(join(modules, '.entente-lock'), hashOf([join(root, 'package-lock.json')]), true, () => run('ci', '--ignore-scripts', '--loglevel=error'));

if (task === 'build') {
  const [out, stamps] = places;
  once(join(stamps, 'console-built'), sources(), existsSync(join(out, 'index.html')), () => {
    run('run', '--silent', 'build', '--', '--outDir', out, '--emptyOutDir', '--logLevel', 'warn');
    run('run', '--silent', 'size', '--', out);
  });
} else if (task === 'test') {
  const [stamps] = places;
  once(join(stamps, 'console-tested'), sources(), true, () => run('run', '--silent', 'test'));
} else {
  console.error('console: say build or test');
  process.exit(2);
}
