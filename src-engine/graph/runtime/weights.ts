/** Tasker's default weights of its run-time graph analysis (configuration section `dependency_graph`). */
export const IMPACT = {
  downstream: 5,
  blocked: 15,
  pathLength: 10,
  completedPenalty: 15,
  blockedPenalty: 25,
  errorPenalty: 30,
  retryPenalty: 10,
} as const;

export const SEVERITY_MULTIPLIERS = { errorState: 2, exhaustedBonus: 0.5, dependencyIssue: 1.2 } as const;

export const PENALTIES = { retryInstability: 3, nonRetryable: 10, exhausted: 20 } as const;

/** Lowest impact score of each level; below `medium` everything is Low. */
export const SEVERITY_THRESHOLDS = { critical: 100, high: 50, medium: 20 } as const;

/** Seconds assumed for a step: a guess from its state, not a measurement. */
export const DURATIONS = { baseStep: 30, errorPenalty: 60, retryPenalty: 30 } as const;

export type SeverityLevel = 'Critical' | 'High' | 'Medium' | 'Low';

/** The level of an impact score. */
export function severityLevel(score: number): SeverityLevel {
  if (score >= SEVERITY_THRESHOLDS.critical) return 'Critical';
  if (score >= SEVERITY_THRESHOLDS.high) return 'High';
  return score >= SEVERITY_THRESHOLDS.medium ? 'Medium' : 'Low';
}
