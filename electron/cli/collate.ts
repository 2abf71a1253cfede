#!/usr/bin/env node
/** The program behind `collate`, run by Node. */
import { main } from './main';

process.exitCode = await main(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  env: process.env,
});
