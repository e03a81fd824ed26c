package cn.zhixin.verification.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.VerificationProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Puts pages into their frame. */
@PublicRole
@Component
public class Frames {
  private final VerificationProperties properties;
  private final PageAssets assets;

  Frames(VerificationProperties properties, PageAssets assets) {
    this.properties = properties;
    this.assets = assets;
  }

  public ModelAndView page(String template, HttpServletRequest request) {
    ModelAndView page = new ModelAndView(template);
    page.addObject("frame", frame(request));
    return page;
  }

  /** Without a slash at the end. */
  public String address(HttpServletRequest request) {
    return properties.publicAddress().isEmpty()
        ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
        : properties.publicAddress();
  }

  private Frame frame(HttpServletRequest request) {
    Reader reader = Reader.of(request);
    Language language = reader.language();
    Map<String, String> kept = new LinkedHashMap<>();
    if (reader.chosen() != null) {
      kept.put("lang", language == Language.ENGLISH ? "en" : "zh");
    }
    if (reader.largeText()) {
      kept.put("text", "large");
    }
    return new Frame(
        properties.siteName(language),
        properties.contact(),
        address(request),
        assets.style(),
        assets.script(),
        language.tag(),
        language == Language.ENGLISH,
        reader.largeText(),
        "/" + reader.query(),
        "/ledger" + reader.query(),
        withCode(reader.otherLanguageQuery(), request),
        withCode(reader.otherTextQuery(), request),
        kept);
  }

  /** A page that answers what was typed into the form stays on it. */
  private static String withCode(String query, HttpServletRequest request) {
    String typed = request.getParameter("code");
    if (typed == null) {
      return query;
    }
    String parameter = "code=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    return query.endsWith("?") ? query + parameter : query + "&" + parameter;
  }
}
