import { z } from 'zod';
import type { PlannedEdit } from '../authoring/planned-edit.ts';
import type { Desk } from './desk.ts';

/** What the page may ask for: no request takes a path, only kinds and ids. */
const Kind = z.string().regex(/^[a-z]+$/);
const Id = z
  .string()
  .regex(/^[a-z0-9/@-]*$/)
  .max(120);
const Note = z.union([
  z.strictObject({ type: z.literal('fact'), source: z.string(), locator: z.string() }),
  z.strictObject({ type: z.literal('stat'), id: z.string(), at: z.string(), source: z.string().optional() }),
]);
const PaperInput = z.strictObject({ text: z.string().max(300_000), notes: z.array(Note) });
/** A file, in base64. */
const Bytes = z.base64().transform((text): Uint8Array => Buffer.from(text, 'base64'));
const Entry = { kind: Kind, id: Id };

/** What an edit of many files did, or why it was not made, in sentences. */
function describeEdit(planned: PlannedEdit): { isDone: boolean; words: readonly string[] } {
  return planned.type === 'ready' ? { isDone: true, words: planned.notes } : { isDone: false, words: planned.reasons };
}

export const REQUESTS = {
  overview: { input: z.strictObject({}), answer: (desk: Desk) => desk.overview() },
  list: { input: z.strictObject({ kind: Kind }), answer: (desk: Desk, { kind }: { kind: string }) => desk.list(kind) },
  find: {
    input: z.strictObject({ text: z.string().max(200), kind: Kind.optional() }),
    answer: (desk: Desk, { text, kind }: { text: string; kind?: string | undefined }) => desk.find(text, kind),
  },
  issues: { input: z.strictObject({}), answer: (desk: Desk) => desk.issues() },
  open: {
    input: z.strictObject(Entry),
    answer: (desk: Desk, { kind, id }: { kind: string; id: string }) => desk.entries.open(kind, id) ?? null,
  },
  write: {
    input: z.strictObject({ ...Entry, data: z.record(z.string(), z.unknown()), paper: PaperInput.optional() }),
    answer: (
      desk: Desk,
      {
        kind,
        id,
        data,
        paper,
      }: { kind: string; id: string; data: Record<string, unknown>; paper?: z.output<typeof PaperInput> | undefined },
    ) => desk.entries.write(kind, id, { data, paper }),
  },
  create: {
    input: z.strictObject({ kind: Kind, name: z.string().trim().min(1).max(100) }),
    answer: (desk: Desk, { kind, name }: { kind: string; name: string }) => desk.entries.create(kind, name),
  },
  save: {
    input: z.strictObject({ ...Entry, overwrite: z.boolean().optional() }),
    answer: (desk: Desk, { kind, id, overwrite }: { kind: string; id: string; overwrite?: boolean | undefined }) =>
      desk.entries.save(kind, id, overwrite === undefined ? {} : { overwrite }),
  },
  discard: {
    input: z.strictObject(Entry),
    answer: (desk: Desk, { kind, id }: { kind: string; id: string }) => desk.entries.discard(kind, id),
  },
  rename: {
    input: z.strictObject({ ...Entry, newId: z.string().trim().min(1).max(100) }),
    answer: async (desk: Desk, { kind, id, newId }: { kind: string; id: string; newId: string }) =>
      describeEdit(await desk.entries.rename(kind, id, newId)),
  },
  delete: {
    input: z.strictObject(Entry),
    answer: async (desk: Desk, { kind, id }: { kind: string; id: string }) =>
      describeEdit(await desk.entries.delete(kind, id)),
  },
  saved: { input: z.strictObject({}), answer: (desk: Desk) => desk.saved() },
  takeBack: {
    input: z.strictObject({ number: z.number().int() }),
    answer: (desk: Desk, { number }: { number: number }) => desk.takeBack(number),
  },
  figures: {
    input: z.strictObject({ text: z.string().max(200) }),
    answer: (desk: Desk, { text }: { text: string }) => desk.figures(text),
  },
  readTable: {
    input: z.strictObject({ name: z.string().max(300), bytes: Bytes }),
    answer: (desk: Desk, { name, bytes }: { name: string; bytes: Uint8Array }) => desk.readTable(name, bytes),
  },
  table: { input: z.strictObject({}), answer: (desk: Desk) => desk.table() ?? null },
  mendCell: {
    input: z.strictObject({
      sheet: z.number().int().min(0),
      row: z.number().int().min(0),
      column: z.number().int().min(0).max(16_384),
      text: z.string().max(32_767),
    }),
    answer: async (desk: Desk, cell: { sheet: number; row: number; column: number; text: string }) =>
      (await desk.mendCell(cell)) ?? null,
  },
  createMissing: { input: z.strictObject({}), answer: async (desk: Desk) => (await desk.createMissing()) ?? null },
  importTable: { input: z.strictObject({}), answer: (desk: Desk) => desk.importTable() },
  dropTable: { input: z.strictObject({}), answer: (desk: Desk) => desk.dropTable() },
  addPhoto: {
    input: z.strictObject({
      id: z
        .string()
        .regex(/^[a-z0-9-]+$/)
        .max(100),
      bytes: Bytes,
    }),
    answer: (desk: Desk, { id, bytes }: { id: string; bytes: Uint8Array }) => desk.entries.addPhoto(id, bytes),
  },
  publishing: { input: z.strictObject({}), answer: (desk: Desk) => desk.publishing() },
  addFolderTarget: {
    input: z.strictObject({ folder: z.string().trim().min(1).max(500) }),
    answer: (desk: Desk, { folder }: { folder: string }) => desk.addFolderTarget(folder),
  },
  planRelease: {
    input: z.strictObject({ target: Id }),
    answer: (desk: Desk, { target }: { target: string }) => desk.planRelease(target),
  },
  sendRelease: { input: z.strictObject({}), answer: (desk: Desk) => desk.sendRelease() },
  stopJob: { input: z.strictObject({}), answer: (desk: Desk) => desk.stopJob() },
  releases: {
    input: z.strictObject({ target: Id }),
    answer: (desk: Desk, { target }: { target: string }) => desk.releases(target),
  },
  goBack: {
    input: z.strictObject({ target: Id, release: z.string().max(60).optional() }),
    answer: (desk: Desk, { target, release }: { target: string; release?: string | undefined }) =>
      desk.goBack(target, release),
  },
} as const;

export type RequestName = keyof typeof REQUESTS;
export type RequestInput<Name extends RequestName> = z.input<(typeof REQUESTS)[Name]['input']>;
export type RequestAnswer<Name extends RequestName> = Awaited<ReturnType<(typeof REQUESTS)[Name]['answer']>>;

/**
 * Answers a request of the page.
 *
 * @returns undefined for a request that is none, or whose input is of another shape
 */
export async function answerRequest(
  desk: Desk,
  name: string,
  input: unknown,
): Promise<{ answer: unknown } | undefined> {
  if (!Object.hasOwn(REQUESTS, name)) return undefined;
  const request = REQUESTS[name as RequestName];
  const parsed = request.input.safeParse(input);
  if (!parsed.success) return undefined;
  return { answer: await (request.answer as (desk: Desk, input: unknown) => unknown)(desk, parsed.data) };
}
