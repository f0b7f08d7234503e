// The areas of data/reference/ref_area.csv: iso3, m49 (the atlas's id), name, UN membership.
import { readFileSync } from 'node:fs';

export function readAreas(file) {
  const [head, ...rows] = parse(readFileSync(file, 'utf8'));
  for (const column of ['iso3', 'm49', 'name_en', 'un_member']) {
    if (!head.includes(column)) throw new Error(`${file}: column ${column} is missing`);
  }
  const at = Object.fromEntries(head.map((name, i) => [name, i]));
  return rows.map((row) => ({
    iso3: row[at.iso3],
    m49: row[at.m49],
    name: row[at.name_en],
    isMember: row[at.un_member] === 'Y',
  }));
}

// Comma-separated with optional quotes (RFC 4180).
function parse(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
