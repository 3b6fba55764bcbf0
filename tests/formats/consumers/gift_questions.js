// Reads GIFT from standard input with gift-pegjs and prints what it finds as JSON.
const parser = require("gift-pegjs")
const text = require("fs").readFileSync(0, "utf8")
process.stdout.write(JSON.stringify(parser.parse(text)))
