/** Entry of the command line: the process around `runCli`. */
import { processIo } from './process-io.ts';
import { runCli } from './run-cli.ts';

// Not process.exit: what was written to a pipe must still reach its reader.
process.exitCode = await runCli(process.argv.slice(2), processIo(import.meta.url));
