// Judges every bundle below a folder in one process. Prints findings as JSON:
// {bundle, file, rule, severity, line, message}; severity 1 is a warning, 2 an error.
//
// Left out by excluded.txt, because they judge style or the work of others, not whether a bundle
// works: naming conventions (PO007), display names (PO008), conditions longer or of more terms than
// people like (CC003, CC004), a target URL instead of a target server (TD002), a Quota that runs in
// several Steps, each under another condition (PO023), a ResponseCache that is not told to keep
// successes only, where its condition names the statuses that are kept (PO024).
//
// CC006 tries out every combination of truth of a condition's terms, and runs out of memory beyond
// some seven different ones: of bundles with such a condition it is left out, and their number told.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const linter = require("apigeelint/lib/package/bundleLinter.js");

const [root, excludedList] = process.argv.slice(2);
const excluded = Object.fromEntries(excludedList.split(",").filter(Boolean).map((id) => [id, true]));
const findings = [];

const MOST_TERMS = 7;
let untried = 0;

const terms = (condition) =>
  new Set(
    condition
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&")
      .replace(/"[^"]*"/g, "S")
      .split(/\b(?:and|or)\b|&&|\|\|/)
      .map((term) => term.replace(/[\s()!]/g, "")),
  ).size;

const exclusions = (folder) => {
  const files = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".xml"));
  const conditions = files.flatMap((name) => {
    const text = fs.readFileSync(path.join(folder, name), "utf8");
    return [...text.matchAll(/<Condition>([^<]*)<\/Condition>/g)].map((match) => match[1]);
  });
  if (conditions.every((condition) => terms(condition) <= MOST_TERMS)) {
    return excluded;
  }
  untried++;
  return { ...excluded, CC006: true };
};

const judge = (folder) =>
  new Promise((resolve, reject) => {
    const type = ["apiproxy", "sharedflowbundle"].find((n) => fs.existsSync(path.join(folder, n)));
    if (!type) {
      reject(new Error(`${folder} holds no bundle`));
      return;
    }
    const source = path.join(folder, type);
    linter.lint(
      {
        source: { type: "filesystem", path: source, sourcePath: source, bundleType: type },
        complexConditionTermCount: 12,
        policyCountLimit: 100,
        excluded: exclusions(folder),
        maxWarnings: -1,
        profile: "apigeex",
        formatter: "json.js",
        setExitCode: false,
        output: (report) => {
          for (const file of JSON.parse(report)) {
            for (const m of file.messages) {
              findings.push({
                bundle: path.basename(folder),
                file: path.relative(folder, path.resolve(file.filePath)),
                rule: m.ruleId || "?",
                severity: m.severity,
                line: m.line || 0,
                message: m.message,
              });
            }
          }
        },
      },
      (bundle, error) => (error ? reject(error) : resolve(bundle)),
    );
  });

(async () => {
  const folders = fs.readdirSync(root).sort();
  for (const folder of folders) {
    await judge(path.join(root, folder));
  }
  fs.writeSync(1, JSON.stringify({ judged: folders.length, untried, findings }));
})().catch((e) => {
  console.error(e);
  process.exit(1);
});
