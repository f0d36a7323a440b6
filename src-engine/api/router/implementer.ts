/** The contract, to be implemented: procedure by procedure, checked against its inputs, outputs and errors. */
import { implement } from '@orpc/server';
import { contract } from '../contract/contract.ts';

export const os = implement(contract);
