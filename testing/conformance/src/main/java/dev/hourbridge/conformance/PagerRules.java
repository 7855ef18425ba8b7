package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules for reading a list. */
interface PagerRules extends Suite {
    /** More entries than two pages of any likely size. */
    int MANY = 1200;

    /** A pager sends its first request when it is read, not when it is created. */
    @Test
    default void asksForNothingUntilItIsRead() {
        long before = service().requests();

        Pager<TimeEntry> pager = service().tracker().list(TimeEntryQuery.all());
        assertThat(service().requests()).isEqualTo(before);

        assertThat(pager).isNotEmpty();
        assertThat(service().requests()).isGreaterThan(before);
    }

    /** The iterator, stream, forEach and pages return the same entries in the same order. */
    @Test
    default void walksTheSameListEveryWay() {
        service().seed(MANY);
        Pager<TimeEntry> pager = service().tracker().list(TimeEntryQuery.all());
        List<TimeEntry> first = new ArrayList<>();
        pager.forEach(first::add);

        assertThat(first).hasSizeGreaterThan(MANY);
        assertThat(pager).containsExactlyElementsOf(first);
        try (Stream<TimeEntry> stream = pager.stream()) {
            assertThat(stream.toList()).isEqualTo(first);
        }
        assertThat(pager.prefetch(3)).containsExactlyElementsOf(first);
        List<TimeEntry> paged = new ArrayList<>();
        pager.pages().forEach(page -> paged.addAll(page.items()));
        assertThat(paged).isEqualTo(first);
    }

    /** The token of each page resumes the list after that page, even in a new client. */
    @Test
    default void goesOnFromEveryPageThatNamesTheNext() {
        service().seed(MANY);
        Pager<TimeEntry> pager = service().tracker().list(TimeEntryQuery.all());
        List<TimeEntry> all = pager.stream().toList();
        int read = 0;
        for (Page<TimeEntry> page : pager.pages()) {
            read += page.items().size();
            if (page.next().isPresent()) {
                PageToken printed = PageToken.parse(page.next().get().toString());
                assertThat(pager.startingAt(printed)).containsExactlyElementsOf(all.subList(read, all.size()));
            }
        }
        assertThat(read).isEqualTo(all.size());
    }

    /** A token of another query is invalid, because resuming with it would silently skip entries. */
    @Test
    default void rejectsATokenOfAnotherQuery() {
        service().seed(MANY);
        PageToken token = null;
        for (Page<TimeEntry> page :
                service().tracker().list(TimeEntryQuery.all()).pages()) {
            token = page.next().orElse(token);
        }
        if (token == null) {
            return; // The service gives the list in one response.
        }
        LocalDate first = LocalDate.of(2000, 1, 1);
        Pager<TimeEntry> another = service().tracker().list(TimeEntryQuery.between(first, first.plusYears(100)));
        long before = service().requests();
        PageToken foreign = token;

        assertThatThrownBy(() -> another.startingAt(foreign)).isInstanceOf(InvalidInputException.class);

        assertThat(service().requests()).isEqualTo(before);
    }

    /**
     * An iterator or a stream that is closed early frees its connection, and the pager can be read again from the
     * beginning.
     */
    @Test
    default void canBeLeftEarlyAndReadAgain() {
        service().seed(MANY);
        Pager<TimeEntry> pager = service().tracker().list(TimeEntryQuery.all());
        TimeEntry first;
        try (CloseableIterator<TimeEntry> walk = pager.iterator()) {
            first = walk.next();
        }
        try (Stream<TimeEntry> stream = pager.prefetch(2).stream()) {
            assertThat(stream.limit(3).toList()).startsWith(first);
        }

        assertThat(pager).startsWith(first).hasSizeGreaterThan(MANY);
    }

    /** The total that a page states is the number of entries in the list. */
    @Test
    default void announcesAsManyAsItHasWhereItAnnounces() {
        Pager<TimeEntry> pager = service().tracker().list(TimeEntryQuery.all());
        long count = pager.stream().count();

        for (Page<TimeEntry> page : pager.pages()) {
            if (service().tracker().capabilities().announcesCount()) {
                assertThat(page.total()).hasValue(count);
            }
        }
    }
}
