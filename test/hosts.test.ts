import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';

/** Whose names may stand outside src/clouds, and why: none of them is where anything is sent. */
const exceptions: Readonly<Record<string, readonly [reason: string, ...names: string[]]>> = {
  'policy/rules/invitation.ts': ['the documents name these two hosts of links', 'admin.microsoft.com', 'portal.office.com'],
  'playground/ask/usual.json': ['a fact of that rule, as a form fills it in', 'admin.microsoft.com'],
  'playground/ask/index.html': ['the name of a notation, as every page with a drawing has it', 'www.w3.org'],
  'playground/page/index.html': ['the same', 'www.w3.org'],
  'partner-center/webhook-certificates.ts': ['the name in the certificate of webhooks', 'pcnotifications-dispatch.microsoft.com'],
  'sandbox/webhooks/certificates.ts': ['the same, in the made-up one', 'pcnotifications-dispatch.microsoft.com'],
};

const read = (file: string): string => readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8');

const files = readdirSync(new URL('../src/', import.meta.url), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:ts|json|html|css)$/.test(file));

const ADDRESS = /\b(?:https?|wss?|ftp|sftp):\/\/(?:[^\s'"`/@]*@)?([^\s'"`/<>),;]*)/gi;
/** Anything that ends like a host of the public network, with or without an address around it. */
const NAME = /(?:[a-z0-9_-]+\.)+(?:com|net|org|cn|us|io|dev|biz)\b/gi;
const MADE_UP = /(?:^|\.)example$|^localhost$|^127\.0\.0\.1$|^\[::1\]$|^0\.0\.0\.0$/;

/** What comes from a variable is nobody’s name yet. */
const isWritten = (host: string): boolean => /^[a-z0-9[]/i.test(host) && !host.includes('$');

const hostsIn = (text: string): readonly string[] => {
  const plain = text.replaceAll('\\.', '.');
  const addresses = [...plain.matchAll(ADDRESS)].flatMap(([, host = '']) => (isWritten(host) ? [host.replace(/:\d+$/, '')] : []));
  const names = [...plain.matchAll(NAME)].map(([name]) => name);
  return [...new Set([...addresses, ...names].map((host) => host.toLowerCase()))].filter((host) => !MADE_UP.test(host));
};

/** The rulebook’s sources are documents, each with its address. */
const mayNameHosts = (file: string): boolean => file.startsWith('clouds/') || file === 'policy/sources.ts';

test('the names of real services stand in src/clouds, and nowhere else', () => {
  const found = files
    .filter((file) => !mayNameHosts(file))
    .flatMap((file) => hostsIn(read(file)).map((host) => `${file}: ${host}`));
  const allowed = Object.entries(exceptions).flatMap(([file, [, ...names]]) => names.map((name) => `${file}: ${name}`));
  expect(found.toSorted()).toEqual(allowed.toSorted());
});

test('a name is found in whatever clothes it comes', () => {
  expect(hostsIn('const url = "https://graph.contoso.com/v1.0";')).toEqual(['graph.contoso.com']);
  expect(hostsIn('// see login.contoso.us for more')).toEqual(['login.contoso.us']);
  expect(hostsIn('/^CN=dispatch\\.contoso\\.com$/')).toEqual(['dispatch.contoso.com']);
  expect(hostsIn("fetch('http://169.254.169.254/metadata')")).toEqual(['169.254.169.254']);
  expect(hostsIn('`https://user@internal:8443/`')).toEqual(['internal']);
  expect(hostsIn("'https://bot.nordlys.example/' + `http://127.0.0.1:${port}` + `https://${host}/` + account.name")).toEqual([]);
});
