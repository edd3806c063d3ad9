package nacre.kernel.transport;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import java.util.List;
import java.util.Map;

/// Answers for the kernel as a whole: `kernel_info_request`, `interrupt_request`,
/// `shutdown_request`, `debug_request`.
final class KernelHandlers {
    private final KernelService service;
    private final Publisher publisher;

    KernelHandlers(KernelService service, Publisher publisher) {
        this.service = service;
        this.publisher = publisher;
    }

    Answer info(Request request) {
        About about = service.about();
        return Answer.ok(
                "protocol_version", Heads.PROTOCOL,
                "implementation", about.implementation(),
                "implementation_version", about.version(),
                "language_info", language(),
                "banner", about.banner(),
                "debugger", false,
                "supported_features", List.of(),
                "help_links",
                        about.links().stream()
                                .map(link -> Json.object("text", link.text(), "url", link.url()))
                                .toList());
    }

    private static JsonObject language() {
        var java =
                new LanguageInfo(
                        "java",
                        Runtime.version().toString(),
                        "text/x-java",
                        ".java",
                        "java",
                        "text/x-java",
                        "script");
        return Json.object(
                "name", java.getName(),
                "version", java.getVersion(),
                "mimetype", java.getMimetype(),
                "file_extension", java.getFileExtension(),
                "pygments_lexer", java.getPygmentsLexer(),
                "codemirror_mode", java.getCodemirrorMode(),
                "nbconvert_exporter", java.getNbconvertExporter());
    }

    Answer interrupt(Request request) {
        service.interrupt();
        return Answer.ok();
    }

    /// The restart itself is the front end's work: it starts a new process.
    Answer shutdown(Request request) {
        JsonObject content = Answer.okContent("restart", request.flag("restart", false));
        publisher.shutdown(request.head(), content);
        return new Answer(content, Map.of(), Answer.Then.SHUT_DOWN);
    }

    /// There is no debugger, and `kernel_info_reply` says so; who asks all the same gets an answer.
    Answer debug(Request request) {
        return Answer.ok(
                "type",
                "response",
                "request_seq",
                request.number("seq", 0),
                "success",
                false,
                "command",
                request.text("command", ""),
                "message",
                "Nacre has no debugger.");
    }
}
