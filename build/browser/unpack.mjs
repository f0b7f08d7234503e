// Unpacks the browser that `npm pack` put into a folder: node unpack.mjs <folder>
// The package holds a headless build and the libraries and fonts it needs, each compressed with brotli.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

// Of @sparticuz/chromium 143.0.4, as the registry states it. Change it together with the version in bring.sh.
const expected = '/6I7uQTRhRDD2/gGPQ1Gkf+Dqk0RYDACPJDZfSzz0OWk4JmUTonNHPXbrn6UIklOHlnDLf8xAAzkOZKB/cJpLA==';

const folder = resolve(process.argv[2]);
const inFolder = (...names) => join(folder, ...names);

const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
const actual = createHash('sha512').update(readFileSync(inFolder(archive))).digest('base64');
if (actual !== expected) {
  rmSync(inFolder(archive));
  throw new Error(`${archive} has the sha512 ${actual}, expected ${expected}`);
}
untar(archive);

const decompress = (name, to) =>
  pipeline(createReadStream(inFolder('package', 'bin', name)), createBrotliDecompress(), createWriteStream(inFolder(to), { mode: 0o755 }));

await decompress('chromium.br', 'chromium-headless');
for (const part of ['al2023', 'fonts', 'swiftshader']) {
  await decompress(`${part}.tar.br`, `${part}.tar`);
  untar(`${part}.tar`);
}

// The package's own list of font folders is that of the cloud service it was made for.
writeFileSync(inFolder('fonts.conf'), `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${inFolder('fonts')}</dir>
  <cachedir>${inFolder('fonts-cache')}</cachedir>
</fontconfig>
`);

writeFileSync(inFolder('chromium'), `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
LD_LIBRARY_PATH="$here/lib" FONTCONFIG_FILE="$here/fonts.conf" exec "$here/chromium-headless" "$@"
`, { mode: 0o755 });

rmSync(inFolder('package'), { recursive: true });

function untar(name) {
  execFileSync('tar', ['--no-same-owner', '-xf', inFolder(name), '-C', folder]);
  rmSync(inFolder(name));
}
