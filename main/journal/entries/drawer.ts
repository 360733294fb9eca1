import { z } from 'zod';
import { cashCountField } from './day-report.ts';
import { oreField } from './fields.ts';

/** Whose drawer it is, where each operator has one: the operator's name, or null for what was done without a log-in. */
const drawerField = z.string().min(1).nullable();

export const drawerEntries = {
  /** The opening float of one operator's drawer. A second one for it the same day takes the first one's place, and has a reason. */
  'drawer.float': z.strictObject({
    drawer: drawerField,
    amount: oreField,
    reason: z.string().nullable(),
  }),
  /** A count of one operator's drawer, written before the person is shown what was expected; the last before the Z stands. */
  'drawer.counted': z.strictObject({ drawer: drawerField, ...cashCountField.shape }),
  /** With the Z: how each drawer came out. Its own count is the sum of them. */
  'drawers.settled': z.strictObject({
    z: z.int().positive(),
    drawers: z.array(
      z.strictObject({
        drawer: drawerField,
        /** Null when none was registered. */
        float: oreField.nullable(),
        expected: oreField,
        counted: oreField,
        difference: oreField,
        reason: z.string().nullable(),
      }),
    ),
  }),
} as const;

export type SettledDrawer = z.infer<(typeof drawerEntries)['drawers.settled']>['drawers'][number];
