package dev.hourbridge.resilience.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;
import java.util.ArrayList;
import java.util.List;

/** What one does with a client; each begins with one request. */
enum Operation {
    LIST {
        @Override
        void run(Service service, TimeTracker tracker) {
            List<TimeEntry> entries = new ArrayList<>();
            service.list(tracker).forEach(entries::add);
            // A list either throws or is whole.
            assertThat(entries).as("entries of a list that came to its end").hasSize(3);
        }
    },
    GET {
        @Override
        void run(Service service, TimeTracker tracker) {
            assertThat(service.get(tracker).id()).isEqualTo(service.id(tracker));
        }
    },
    CREATE {
        @Override
        void run(Service service, TimeTracker tracker) {
            assertThat(service.create(tracker)).isEqualTo(service.id(tracker));
        }
    },
    DELETE {
        @Override
        void run(Service service, TimeTracker tracker) {
            tracker.delete(service.id(tracker));
        }
    };

    abstract void run(Service service, TimeTracker tracker);

    boolean isWrite() {
        return this == CREATE || this == DELETE;
    }

    /** Whether a default client does it again after a broken connection. */
    boolean isRepeated() {
        return this != CREATE;
    }
}
