// Sums up the output of `dotnet test`: node closing-line.mjs <log> <exit status of the tests>
// Prints a sentence for each thing that is wrong, then the closing line alone; exits with 1 if anything is.
import { readFileSync } from 'node:fs';

const [log, status] = [readFileSync(process.argv[2], 'utf8'), Number(process.argv[3])];

// One line per assembly: Passed!  - Failed:     0, Passed:     7, Skipped:     1, Total:     8, Duration: 10 s - Tests.dll
const summaries = [...log.matchAll(/^\s*(?:Passed|Failed|Skipped)! +- Failed: +(\d+), Passed: +(\d+), Skipped: +(\d+), Total: +(\d+).*$/gm)];
const sum = (group) => summaries.reduce((total, summary) => total + Number(summary[group]), 0);
const [failed, passed, skipped] = [sum(1), sum(2), sum(3)];

const wrong = [];
if (passed + failed === 0) wrong.push('No test ran.');
for (const [line] of log.matchAll(/^.*\bNo test (?:is available in|matches).*$/gm)) wrong.push(`An assembly ran no test: ${line.trim()}`);
for (const [line] of log.matchAll(/^.*(?:Test Run Aborted|host process crashed).*$/gm)) wrong.push(`A test run broke off: ${line.trim()}`);
if (skipped > 0) wrong.push(`${skipped} skipped: a skipped test counts as a failure here.`);
if (status !== 0 && failed === 0) wrong.push(`./test ended with status ${status} although no test failed: its own words are above.`);
if (status === 0 && failed > 0) wrong.push(`./test ended with status 0 although ${failed} failed.`);

for (const sentence of wrong) console.log(sentence);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = wrong.length > 0 || failed > 0 || status !== 0 ? 1 : 0;
