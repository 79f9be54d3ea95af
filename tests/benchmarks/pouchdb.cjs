// Documents from a PouchDB on this disk to a pouchdb-server, until each is replicated; prints how many a second.
const { readFileSync } = require("node:fs");

const [, , modules, bodies, folder, url] = process.argv;
const PouchDB = require(`${modules}/pouchdb`);

async function main() {
    const documents = JSON.parse(readFileSync(bodies, "utf8")).map((body) => ({ _id: body.id, body }));
    const local = new PouchDB(`${folder}/local`);
    for (let start = 0; start < documents.length; start += 500) {
        await local.bulkDocs(documents.slice(start, start + 500));
    }
    const began = performance.now();
    const done = await local.replicate.to(new PouchDB(url), { batch_size: 500 });
    const seconds = (performance.now() - began) / 1000;
    if (done.docs_written !== documents.length) throw new Error(`${done.docs_written} documents were written`);
    console.log(documents.length / seconds);
}

main();
