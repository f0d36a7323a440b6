/**
 * The connections to production databases that a person saved. On the desktop they are kept by main, whose passwords the page never
 * sees; in a browser by the page, without any password.
 */
import type { DesktopConnections as Connections, SavedConnection } from '../../src-shared/desktop/bridge.ts';
import { platform } from './current.ts';

export type { SavedConnection } from '../../src-shared/desktop/bridge.ts';

export type ConnectionToSave = Omit<SavedConnection, 'hasPassword'>;

export const connections: Connections = platform.connections;
