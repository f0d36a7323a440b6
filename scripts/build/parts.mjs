/** The parts that can be built by themselves: what each is made from, where it goes, and how. */
import { buildCli, buildSeed, buildServer } from './programs.mjs';
import { buildDesktop, buildPage } from './window.mjs';

/** What every bundle depends on. */
const COMMON = ['package.json', 'package-lock.json', 'scripts/build', 'scripts/support/bundle.mjs'];
const ENGINE = ['src-engine', 'src-shared', 'sql'];
const WINDOW = ['electron.vite.config.ts'];

/**
 * In the order in which they are built. `from`: files and folders; `except`: folders below them that do not count;
 * `out`: what is there when it was built.
 */
export const PARTS = {
  seed: { from: ['sql', 'src-engine/store', ...COMMON], except: [], out: 'out/seed', build: buildSeed },
  cli: {
    from: ['src-main', ...ENGINE, ...COMMON],
    except: ['src-main/server', 'src-main/desktop'],
    out: 'out/cli/tasker-workbench.js',
    build: buildCli,
  },
  server: {
    from: ['src-main', ...ENGINE, ...COMMON],
    except: ['src-main/desktop'],
    out: 'out/server/server.js',
    build: buildServer,
  },
  page: {
    from: ['src-renderer', 'src-engine', 'src-shared', ...WINDOW, ...COMMON],
    except: [],
    out: 'out/renderer/index.html',
    build: buildPage,
  },
  desktop: {
    from: ['src-main', ...ENGINE, ...WINDOW, ...COMMON],
    except: ['src-main/cli/commands', 'src-main/cli/render', 'src-main/server'],
    out: 'out/main/index.cjs',
    build: buildDesktop,
  },
};
