package consumer;

import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import io.micrometer.core.instrument.binder.okhttp3.OkHttpObservationInterceptor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.OkHttpClient;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.xml.MappingJackson2XmlHttpMessageConverter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** An application with an endpoint of its own, on the clients that the starter configures. */
@SpringBootApplication
public class Application {
    /** What an application returns that has nothing to do with the clients. */
    record Greeting(String text) {}

    @RestController
    record Endpoints(List<TimeTracker> trackers) {
        @GetMapping("/greeting")
        Greeting greeting() {
            return new Greeting("hello");
        }

        @GetMapping("/entries")
        List<TimeEntry> entries() {
            return trackers.stream()
                    .flatMap(tracker -> tracker.list(TimeEntryQuery.all()).stream())
                    .toList();
        }
    }

    @Bean
    OkHttpClient okHttpClient(ObservationRegistry observations) {
        return new OkHttpClient.Builder()
                .addInterceptor(OkHttpObservationInterceptor.builder(observations, "time-tracking")
                        .build())
                .build();
    }

    /** The remedy of the documentation for applications whose clients bring XML. */
    @Bean
    @Profile("json-only")
    WebMvcConfigurer jsonOnly() {
        return new WebMvcConfigurer() {
            @Override
            public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
                converters.removeIf(each -> each instanceof MappingJackson2XmlHttpMessageConverter);
            }
        };
    }

    /** Stands for the bridge to a tracing library: receives what it would make spans of. */
    @Bean
    Spans spans() {
        return new Spans(new ConcurrentLinkedQueue<>());
    }

    record Spans(Queue<String> names) implements ObservationHandler<Observation.Context> {
        @Override
        public void onStop(Observation.Context context) {
            names.add(context.getName());
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }
}
