/** The named workflows of the oracle cases that other tests do not need, and shapes for special cases. */
export const PARALLEL_MERGE: Readonly<Record<string, readonly string[]>> = {
  fetch_user_data: [],
  fetch_order_data: [],
  fetch_inventory_data: [],
  fetch_pricing_data: [],
  process_user_data: ['fetch_user_data'],
  process_order_data: ['fetch_order_data'],
  merge_all_data: ['process_user_data', 'process_order_data', 'fetch_inventory_data', 'fetch_pricing_data'],
};

export const TREE: Readonly<Record<string, readonly string[]>> = {
  root_initialization: [],
  branch_a_setup: ['root_initialization'],
  branch_b_setup: ['root_initialization'],
  a_task_one: ['branch_a_setup'],
  a_task_two: ['branch_a_setup'],
  b_task_one: ['branch_b_setup'],
  b_task_two: ['branch_b_setup'],
  aggregate_results: ['a_task_one', 'a_task_two', 'b_task_one', 'b_task_two'],
};

export const MIXED: Readonly<Record<string, readonly string[]>> = {
  init_auth: [],
  init_config: [],
  validate_permissions: ['init_auth'],
  setup_environment: ['init_config'],
  begin_processing: ['validate_permissions', 'setup_environment'],
  process_critical_data: ['begin_processing'],
  process_optional_data: ['begin_processing'],
  cleanup_temp_files: ['setup_environment'],
  finalize_and_report: ['process_critical_data', 'cleanup_temp_files'],
};

/** `count` steps `s0`, `s1`, …, each waiting for the one before. */
export function chain(count: number): Readonly<Record<string, readonly string[]>> {
  const parents: Record<string, readonly string[]> = {};
  for (let place = 0; place < count; place++) parents[`s${place}`] = place === 0 ? [] : [`s${place - 1}`];
  return parents;
}

/** Layers of equal width, every step waiting for all of the layer above. */
export function connectedLayers(layers: number, width: number): Readonly<Record<string, readonly string[]>> {
  const parents: Record<string, readonly string[]> = {};
  for (let layer = 0; layer < layers; layer++) {
    const above = layer === 0 ? [] : Array.from({ length: width }, (_, place) => `l${layer - 1}p${place}`);
    for (let place = 0; place < width; place++) parents[`l${layer}p${place}`] = above;
  }
  return parents;
}
