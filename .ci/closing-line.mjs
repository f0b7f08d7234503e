// Sums up the output of `dotnet test`: node closing-line.mjs <log> <exit status of the tests>
// Prints a sentence for each thing that is wrong, then the closing line alone; exits with 1 if anything is.
import { readFileSync } from 'node:fs';

const [log, status] = [readFileSync(process.argv[2], 'utf8'), Number(process.argv[3])];

// The last summary of the Microsoft.Testing.Platform:
//   Test run summary: Passed!
//     total: 7
//     failed: 0
//     succeeded: 7
//     skipped: 0
const summary = log.slice(Math.max(0, log.lastIndexOf('Test run summary:')));
const count = (name) => Number(summary.match(new RegExp(`^\\s*${name}: +(\\d+)\\s*$`, 'm'))?.[1] ?? 0);
const [total, failed, passed, skipped, broken] = ['total', 'failed', 'succeeded', 'skipped', 'error'].map(count);

const wrong = [];
if (total === 0) wrong.push('No test ran.');
if (total !== passed + failed + skipped) wrong.push(`${total} tests were to run; ${passed + failed + skipped} are accounted for.`);
if (broken > 0) wrong.push(`${broken} assemblies broke off or ran no test: their own words are above.`);
if (skipped > 0) wrong.push(`${skipped} skipped: a skipped test counts as a failure here.`);
if (status !== 0 && failed === 0) wrong.push(`./test ended with status ${status} although no test failed: its own words are above.`);
if (status === 0 && failed > 0) wrong.push(`./test ended with status 0 although ${failed} failed.`);

for (const sentence of wrong) console.log(sentence);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = wrong.length > 0 || failed > 0 || status !== 0 ? 1 : 0;
