// `npm run model`: a language model of one's own, to try insights, failures and costs without a key.
import { createInterface } from "node:readline";
import { type Mood, startAnthropicServer } from "./start-anthropic-server";

const HELP = `Type how the model is from here on, then Enter:
  well  mixed                                it writes what the facts say, or as models write
  false_number  false_numbers                it plants a number that is not so, or many
  medical  medication  eating  pain  urge    true, but nothing that a trainer may say
  refusal  max_tokens  malformed             it writes nothing that is of use
  401  402  403  429  500  529               an error; "429 30" asks to wait 30 seconds
  expired  errored                           in batches only
  timeout  half_body                         no answer, half of it
  bye                                        stop
`;
const MOODS = [
  ...["well", "false_number", "false_numbers", "refusal", "max_tokens", "malformed"],
  ...["expired", "errored", "mixed", "medical", "medication", "eating", "pain", "urge"],
];
const BROKEN = ["timeout", "half_body"] as const;

const say = (text: string) => void process.stdout.write(text);
const server = await startAnthropicServer({ port: Number(process.argv[2] ?? 0) });
say(`A model is at ${server.url}. Start Formline with

  ANTHROPIC_API_KEY=any FORMLINE_AI_URL=${server.url} npm start

and agree to it under Settings, Assistant.

${HELP}`);

function hear(line: string): string {
  const [word = "", number] = line.trim().split(/\s+/);
  const broken = BROKEN.find((how) => how === word);
  const isStatus = /^(4|5)\d\d$/.test(word);
  if (!broken && !isStatus && !MOODS.includes(word)) return HELP;
  server.recover();
  if (broken) server.fail({ how: broken, times: Number.POSITIVE_INFINITY });
  else if (isStatus) {
    server.always({ status: Number(word), ...(number && { retryAfterS: Number(number) }) });
  } else server.always(word as Mood);
  return `The model: ${line.trim()}. ${server.requests.length} questions so far.\n`;
}

const lines = createInterface({ input: process.stdin });
for await (const line of lines) {
  if (line.trim() === "bye") break;
  say(hear(line));
}
lines.close();
await server.close();
