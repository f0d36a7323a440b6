/** What the engine says of a production database, as types. */
import type { z } from 'zod';
import type * as inspected from '../../../src-engine/api/contract/inspect-schemas.ts';

export type Facts = z.infer<typeof inspected.productionFacts>;
export type Trouble = z.infer<typeof inspected.trouble>;
export type Checked = z.infer<typeof inspected.checked>;
export type ConnectionRequest = z.infer<typeof inspected.connection>;
export type Overview = z.infer<typeof inspected.overview>;
export type TaskFilter = z.infer<typeof inspected.taskFilter>;
export type TaskRow = z.infer<typeof inspected.taskRow>;
export type TaskPage = z.infer<typeof inspected.taskPage>;
export type OperatorAction = z.infer<typeof inspected.operatorAction>;
export type StuckStep = z.infer<typeof inspected.stuckStep>;
export type StuckKind = z.infer<typeof inspected.stuckKind>;
export type StuckPage = z.infer<typeof inspected.stuckPage>;
export type ProductionStep = z.infer<typeof inspected.productionStep>;
export type ProductionEvent = z.infer<typeof inspected.productionEvent>;
export type TaskDetail = z.infer<typeof inspected.taskDetail>;
export type FollowNews = z.infer<typeof inspected.follow>;
export type Drift = z.infer<typeof inspected.drift>;
export type MaskPreview = z.infer<typeof inspected.maskPreview>;
export type LentFunction = z.infer<typeof inspected.lentFunction>;
export type BringHome = z.infer<typeof inspected.bringHome>;
