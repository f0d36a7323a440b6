/** What the desktop itself remembers of the user's wishes. */
import { z } from 'zod';

export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** The folder that was open last. */
  folder: z.string().min(1).max(4_096).exactOptional(),
});

export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = { theme: 'system' };
