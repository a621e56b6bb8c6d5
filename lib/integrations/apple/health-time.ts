import { parseXmlTime, type XmlTime } from "../files/xml/parse-xml-time";

/** No watch recorded before, none will after; a clock that was never set is neither. */
const FIRST_S = Date.UTC(2000, 0, 1) / 1000;
const LAST_S = Date.UTC(2100, 0, 1) / 1000;

export type HealthTime = { readonly epochS: number; readonly utcOffsetS: number };

/** "2023-05-01 06:12:44 +0200"; null when it is no such time. */
export function parseHealthTime(text: string | undefined): HealthTime | null {
  const time: XmlTime | null = text === undefined ? null : parseXmlTime(text);
  if (time === null || time.epochS < FIRST_S || time.epochS > LAST_S) return null;
  return { epochS: time.epochS, utcOffsetS: time.utcOffsetS ?? 0 };
}

export type HealthSpan = {
  readonly startS: number;
  readonly endS: number;
  readonly utcOffsetS: number;
};

/** From "startDate" to "endDate"; null when one is missing or they are the wrong way round. */
export function healthSpan(attributes: Readonly<Record<string, string>>): HealthSpan | null {
  const start = parseHealthTime(attributes.startDate);
  const end =
    attributes.endDate === attributes.startDate ? start : parseHealthTime(attributes.endDate);
  if (start === null || end === null || end.epochS < start.epochS) return null;
  return { startS: start.epochS, endS: end.epochS, utcOffsetS: end.utcOffsetS };
}
