/** A folder that was named when the server was started: the engine lists, reads and writes it. */
import { engine } from '../../../api/engine.ts';
import { grantedFile } from '../stored-file.ts';
import type { FolderSource } from './folder-source.ts';
import { newFolder } from './folder-source.ts';

export function grantedSource(path: string): FolderSource {
  return {
    folder: newFolder(path.split(/[\\/]/).findLast((part) => part !== '') ?? path, path),
    isCheap: true,
    list: async () => {
      const { files, notes } = await (await engine()).folders.list({ folder: path });
      const listed = files.map(({ path, ...rest }) => ({
        ...rest,
        stored: (id: string) => grantedFile(id, path),
      }));
      return { files: listed, notes };
    },
  };
}
