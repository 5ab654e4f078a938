// What Thunderbird and Nextcloud find in a calendar: `node read_calendar.mjs FILE` prints its events as JSON.
//
// Times of a zone are told as moments, by the rules that the calendar itself has for the zone.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf-8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const moment = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    summary: event.summary,
    location: event.location,
    description: event.description,
    start: moment(event.startDate),
    end: moment(event.endDate),
    status: component.getFirstPropertyValue("status"),
    categories: component.getFirstProperty("categories")?.getValues() ?? [],
    position: component.getFirstPropertyValue("geo"),
  };
});
process.stdout.write(JSON.stringify(events));
