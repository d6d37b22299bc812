// What a client of the Api does, with the generated types. A test compiles it strictly, runs it, and reads what it prints.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

type Problem = components["schemas"]["Problem"];
type Kind = components["schemas"]["ModelKind"];
type Status = components["schemas"]["PredictionStatus"];

declare const process: { argv: string[] };

const [address, key] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: address!.replace(/\/$/, ""), headers: { Authorization: `Bearer ${key}` } });

const say = (line: string): void => console.log(line.toLowerCase());
function refused(problem: Problem | undefined, response: Response): void {
  const suggestions = (problem?.suggestions ?? []).join(" ");
  say(problem ? `${response.status} ${problem.type} ${problem.field ?? "-"} ${suggestions}`.trimEnd() : "not refused");
}

/** The answer, or an end of the journey. */
function done<T>(answer: { data?: T; error?: Problem }): T {
  if (answer.data === undefined) throw new Error(`${answer.error?.status} ${answer.error?.detail}`);
  return answer.data;
}

async function predictNow(): Promise<void> {
  const forecast = done(await client.POST("/v1/predict", { body: { home: "Arsenal", away: "Chelsea", date: "2025-02-08" } }));
  const kind: Kind | null = forecast.kind;
  const odds: number[] = forecast.fairOdds;
  say(`${forecast.home} - ${forecast.away} on ${forecast.date}: ${forecast.homeWin} ${forecast.draw} ${forecast.awayWin}`);
  say(`fair odds ${odds.join(" ")}, ${kind === "market-memory" ? kind : "another kind"}`);
}

async function predictLater(): Promise<void> {
  const header = { "Idempotency-Key": "one" };
  const ask = (homeId: number, awayId: number) => client.POST("/v1/predictions", { params: { header }, body: { homeId, awayId } });
  const first = await ask(1, 2);
  const taken = done(first);
  say(`${first.response.status} ${taken.status}`);
  say(done(await ask(1, 2)).id === taken.id ? "the same request" : "another request");
  const other = await ask(2, 1);
  refused(other.error, other.response);
  for (;;) {
    const { response, ...answer } = await client.GET("/v1/predictions/{id}", { params: { path: { id: taken.id } } });
    const prediction = done(answer);
    const status: Status = prediction.status;
    if (status !== "pending") {
      say(`${status}: ${prediction.forecast?.home} ${prediction.forecast?.homeWin}, goals ${(prediction.forecast?.goals?.home ?? 0) > 0}`);
      return;
    }
    say("not yet");
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number(response.headers.get("Retry-After"))));
  }
}

async function pageFixtures(): Promise<void> {
  let cursor: string | undefined;
  let tag: string | null = null;
  do {
    const query = cursor === undefined ? { limit: 2 } : { limit: 2, cursor };
    const { response, ...answer } = await client.GET("/v1/fixtures", { params: { query } });
    const page = done(answer);
    tag ??= response.headers.get("ETag");
    for (const match of page.fixtures)
      say(`${match.matchId} ${match.kinds[0]?.kind === "results-only"} ${match.kickOffAt ?? "time unknown"}`);
    cursor = page.next?.split("cursor=")[1];
  } while (cursor !== undefined);
  const { response } = await client.GET("/v1/fixtures", { params: { query: { limit: 2 }, header: { "If-None-Match": tag ?? "" } } });
  say(response.status === 304 ? "not changed" : "changed");
}

async function startRun(): Promise<void> {
  const taken = done(await client.POST("/v1/runs", { body: { reason: "a client" } }));
  const run = done(await client.GET("/v1/runs/{id}", { params: { path: { id: taken.id } } }));
  const counts: Record<string, number> = run.stages[0]!.counts;
  say(`${run.status} ${run.training} ${run.stages.length} ${run.stages[0]!.stage} ${Object.keys(counts).length}`);
}

async function fail(): Promise<void> {
  const unknown = await client.POST("/v1/predict", { body: { home: "Arsenall", away: "Chelsea" } });
  refused(unknown.error, unknown.response);
  const none = await client.GET("/v1/runs/{id}", { params: { path: { id: "00000000-0000-0000-0000-000000000000" } } });
  refused(none.error, none.response);
  const keys = await client.GET("/v1/keys");
  refused(keys.error, keys.response);
}

await predictNow();
await predictLater();
await pageFixtures();
await startRun();
await fail();
