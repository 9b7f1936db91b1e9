// Fills one template with one list of texts, again and again: NAME TEMPLATE DATA OUT ROUNDS go in, CPU times in ms come out.
const fs = require("fs");

const [name, template, data, out, rounds] = process.argv.slice(2);
const blocks = JSON.parse(fs.readFileSync(data, "utf8")).map((text) => ({ text }));

const fill = {
  docxtemplater: async () => {
    const [PizZip, Docxtemplater] = [require("pizzip"), require("docxtemplater")];
    const document = new Docxtemplater(new PizZip(fs.readFileSync(template)), { paragraphLoop: true });
    document.render({ blocks });
    return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  },
  "docx-templates": async () => {
    const createReport = require("docx-templates").default;
    return createReport({ template: fs.readFileSync(template), data: { blocks }, cmdDelimiter: ["+++", "+++"] });
  },
  carbone: () =>
    new Promise((resolve, reject) => {
      require("carbone").render(template, { blocks }, (error, made) => (error ? reject(error) : resolve(made)));
    }),
}[name];

(async () => {
  const times = [];
  for (let turn = 0; turn < Number(rounds) + 5; turn += 1) {
    const [cpu, wall] = [process.cpuUsage(), performance.now()];
    fs.writeFileSync(out, await fill());
    const used = process.cpuUsage(cpu);
    if (turn >= 5) times.push([(used.user + used.system) / 1000, performance.now() - wall]);
  }
  console.log(JSON.stringify(times));
  process.exit(0);
})();
