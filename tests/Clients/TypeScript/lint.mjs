// Lints an OpenAPI document by Redocly's strictest rules, and prints what they find.
import { readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";

const [file] = process.argv.slice(2);
const config = await createConfig({
  extends: ["recommended-strict"],
  rules: {
    // The project has no license of its own to name.
    "info-license": "off",
    // The answer 405 belongs to paths, and no operation can refer to it. The other components are held by a test in tests/Api/OpenApi.
    "no-unused-components": "off",
  },
});
const found = await lintFromString({ source: readFileSync(file, "utf8"), absoluteRef: file, config });
for (const fault of found)
  console.log(`${fault.ruleId}: ${fault.message} ${fault.location.map((place) => place.pointer).join(" ")}`);
