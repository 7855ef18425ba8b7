package dev.hourbridge.resilience.wire;

import dev.hourbridge.resilience.Service;
import java.io.IOException;

/** What a service answers when all is well. */
public final class GoodAnswers {
    private GoodAnswers() {}

    /** The answer to a request. */
    public static RawReply to(RawRequest request, Service service) {
        String target = request.target();
        String type = service.contentType();
        return switch (request.method()) {
            case "POST" -> RawReply.of(201).body(type, service.created());
            case "GET" ->
                target.contains("1001") ? RawReply.of(200).body(type, service.entry()) : page(target, service);
            default -> RawReply.of(200).body(type, service.isXml() ? "" : "{\"STATUS\":\"OK\"}");
        };
    }

    private static RawReply page(String target, Service service) {
        boolean end = target.contains("$skip") || target.contains("%24skip");
        RawReply reply = RawReply.of(200);
        service.listHeaders().forEach(reply::header);
        return reply.body(service.contentType(), end ? Service.emptyPage() : service.list());
    }

    /** Answers every request of a connection. */
    public static void serve(RawConnection connection, Service service) throws IOException {
        connection.answer(request -> to(request, service));
    }
}
