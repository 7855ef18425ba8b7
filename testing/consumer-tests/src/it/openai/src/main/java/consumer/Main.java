package consumer;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.sun.net.httpserver.HttpServer;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lets a model summarize entries: both clients work in one program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer model = startModel();
        try (TeamworkSimulator simulator = TeamworkSimulator.start();
                TeamworkClient teamwork = TeamworkClient.builder()
                        .baseUrl(simulator.url().toString())
                        .apiKey(simulator.apiKey())
                        .zone(simulator.zone())
                        .build()) {
            simulator.seed(1, 10);
            List<String> notes = new ArrayList<>();
            for (TimeEntry entry : teamwork.list(TimeEntryQuery.all())) {
                notes.add(entry.note());
            }
            expect(notes.size() == 10, notes.size() + " entries");
            expect(summarize(model, notes).equals("Ten entries."), "the model's text");
            System.out.println("Both clients work, with OkHttp " + okhttp3.OkHttp.VERSION + ".");
        } finally {
            model.stop(0);
        }
    }

    private static String summarize(HttpServer model, List<String> notes) {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .baseUrl("http://127.0.0.1:" + model.getAddress().getPort())
                .apiKey("invented")
                .build();
        try {
            ChatCompletion completion = client.chat()
                    .completions()
                    .create(ChatCompletionCreateParams.builder()
                            .model("invented")
                            .addUserMessage("Summarize: " + notes)
                            .build());
            return completion.choices().get(0).message().content().orElse("");
        } finally {
            client.close();
        }
    }

    /** Starts an invented model that has one response. */
    private static HttpServer startModel() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/chat/completions", exchange -> {
            byte[] body = """
                    {"id":"1","object":"chat.completion","created":1,"model":"invented","choices":[
                    {"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Ten entries."}}]}
                    """.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void expect(boolean condition, String problem) {
        if (!condition) {
            throw new AssertionError(problem);
        }
    }
}
