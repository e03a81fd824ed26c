package cn.zhixin.verification.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.VerificationProperties;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers requests that the web server refuses before any page sees them, such as {@code /v/%00}:
 * programs with a problem, everybody else with a plain page of this house.
 */
@PublicRole
@Component
public class UnreadableRequests
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>%s</title>
      <style>%s</style>
      </head>
      <body>
      <header><div class="in"><a class="site" href="/">%s</a></div></header>
      <main id="result"><div id="verdict" class="plain"><div class="in">
      <div><h1>%s</h1><p>%s</p></div>
      </div></div></main>
      </body>
      </html>
      """;

  private final PageAssets assets;
  private final VerificationProperties properties;

  UnreadableRequests(PageAssets assets, VerificationProperties properties) {
    this.assets = assets;
    this.properties = properties;
  }

  /** After the web server's own: what stands further in answers first. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new Report()));
  }

  /** A whole page without anything of the request in it. */
  public String page(ProblemKind kind, Language language) {
    Sentences sentences = Sentences.in(language);
    String error = "error." + kind.status().value();
    String headline = sentences.text(error);
    return PAGE.formatted(
        language.tag(),
        HtmlUtils.htmlEscape(headline),
        assets.style(),
        HtmlUtils.htmlEscape(properties.siteName(language)),
        HtmlUtils.htmlEscape(headline),
        HtmlUtils.htmlEscape(sentences.text(error + ".text")));
  }

  private final class Report extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable problem) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      HttpStatus known = HttpStatus.resolve(status);
      ProblemKind kind = FailurePages.kind(known == null ? HttpStatus.BAD_REQUEST : known);
      Language language = Reader.preferred(request);
      SecurityHeaders.set(response, assets.policy(), request.isSecure());
      String path = request.getRequestURI();
      try {
        if (Accepts.problem(path == null ? "" : path, request)) {
          ResponseEntity<byte[]> told = Problems.of(kind, language);
          told.getHeaders()
              .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
          write(
              response,
              MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              new String(Objects.requireNonNull(told.getBody()), StandardCharsets.UTF_8));
        } else {
          response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
          response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
          write(response, MediaType.TEXT_HTML_VALUE, page(kind, language));
        }
      } catch (IOException e) {
        container.getLogger().debug("whoever asked is gone", e);
      }
    }

    private static void write(Response response, String type, String text) throws IOException {
      response.setContentType(type);
      response.setCharacterEncoding("UTF-8");
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(text);
        response.finishResponse();
      }
    }
  }
}
