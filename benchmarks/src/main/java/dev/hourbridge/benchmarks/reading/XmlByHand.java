package dev.hourbridge.benchmarks.reading;

import com.ctc.wstx.stax.WstxInputFactory;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.ClientRef;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads LiveTimer's and Codebase's lists with a handwritten loop over Woodstox events. */
public final class XmlByHand {
    private static final WstxInputFactory FACTORY = new WstxInputFactory();

    private final Account account;

    /** Creates a reader of this account's entries. */
    public XmlByHand(Account account) {
        this.account = account;
    }

    private interface Row {
        TimeEntry read(XMLStreamReader xml) throws XMLStreamException;
    }

    /** Reads a window of LiveTimer's list with everything included. */
    public List<TimeEntry> liveTimer(byte[] body) throws XMLStreamException {
        return rows(body, this::liveTimerEntry);
    }

    /** Reads Codebase's list. */
    public List<TimeEntry> codebase(byte[] body, String project) throws XMLStreamException {
        return rows(body, xml -> session(xml, project));
    }

    private static List<TimeEntry> rows(byte[] body, Row row) throws XMLStreamException {
        List<TimeEntry> entries = new ArrayList<>();
        XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
        xml.nextTag();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            entries.add(row.read(xml));
        }
        xml.close();
        return entries;
    }

    private TimeEntry session(XMLStreamReader xml, String project) throws XMLStreamException {
        TimeEntry.Builder entry = TimeEntry.builder().project(ProjectRef.of(account, project));
        Audit.Builder audit = Audit.builder();
        Map<String, String> unknown = new LinkedHashMap<>();
        LocalDate date = LocalDate.MIN;
        long minutes = 0;
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = xml.getLocalName();
            String text = xml.getElementText();
            switch (name) {
                case "id" -> entry.id(TimeEntryId.of(account, project + "/" + text));
                case "summary" -> entry.note(text);
                case "minutes" -> minutes = Long.parseLong(text);
                case "session-date" -> date = LocalDate.parse(text);
                case "user-id" -> entry.person(PersonRef.of(account, text));
                case "ticket-id" -> {
                    if (!text.isEmpty()) {
                        entry.task(TaskRef.of(account, project + "/" + text));
                    }
                }
                case "created-at" -> audit.createdAt(Instant.parse(text));
                case "updated-at" -> audit.updatedAt(Instant.parse(text));
                default -> unknown.put(name, text);
            }
        }
        return entry.workTime(WorkTime.on(date, Duration.ofMinutes(minutes)))
                .audit(audit.build())
                .extras(unknown)
                .build();
    }

    private TimeEntry liveTimerEntry(XMLStreamReader xml) throws XMLStreamException {
        TimeEntry.Builder entry = TimeEntry.builder();
        Audit.Builder audit = Audit.builder();
        Map<String, String> unknown = new LinkedHashMap<>();
        OffsetDateTime start = OffsetDateTime.MIN;
        OffsetDateTime end = OffsetDateTime.MIN;
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (xml.getLocalName()) {
                case "id" -> entry.id(TimeEntryId.of(account, xml.getElementText()));
                case "start-time" -> start = OffsetDateTime.parse(xml.getElementText());
                case "end-time" -> end = OffsetDateTime.parse(xml.getElementText());
                case "duration" -> xml.getElementText();
                case "note" -> entry.note(xml.getElementText());
                case "created-at" -> audit.createdAt(Instant.parse(xml.getElementText()));
                case "updated-at" -> audit.updatedAt(Instant.parse(xml.getElementText()));
                case "user" -> {
                    Item user = item(xml);
                    entry.person(PersonRef.of(account, user.id)).personName(user.name);
                }
                case "project" -> {
                    Item project = item(xml);
                    entry.project(ProjectRef.of(account, project.id)).projectName(project.name);
                    if (project.parent != null) {
                        entry.client(ClientRef.of(account, project.parent.id)).clientName(project.parent.name);
                    }
                }
                case "activity" -> {
                    Item activity = item(xml);
                    entry.activity(ActivityRef.of(account, activity.id)).activityName(activity.name);
                }
                default -> unknown.put(xml.getLocalName(), xml.getElementText());
            }
        }
        return entry.workTime(WorkTime.between(start, end))
                .audit(audit.build())
                .extras(unknown)
                .build();
    }

    private static final class Item {
        String id = "";
        String name = "";

        @Nullable
        Item parent;
    }

    private static Item item(XMLStreamReader xml) throws XMLStreamException {
        Item item = new Item();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (xml.getLocalName()) {
                case "id" -> item.id = xml.getElementText();
                case "name" -> item.name = xml.getElementText();
                case "client" -> item.parent = item(xml);
                default -> xml.getElementText();
            }
        }
        return item;
    }
}
