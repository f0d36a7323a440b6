/** What the desktop itself remembers of the user's wishes. */
import { z } from 'zod';

export const settingsSchema = z.object({ theme: z.enum(['system', 'light', 'dark']).default('system') });

export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = { theme: 'system' };
