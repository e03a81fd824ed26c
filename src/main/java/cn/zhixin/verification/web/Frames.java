package cn.zhixin.verification.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.VerificationProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Puts pages into their frame. */
@PublicRole
@Component
public class Frames {
  /** Pages by their addresses; the home page's is empty. */
  private static final List<String> MENU = List.of("", "scan", "file", "bulk", "ledger", "holder");

  /** What a page that answers a form was asked: links to the same page keep it. */
  private static final List<String> ASKED = List.of("code", AskedDay.PARAMETER);

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
        assets.keptScript(),
        language.tag(),
        language == Language.ENGLISH,
        reader.largeText(),
        "/" + reader.query(),
        "/ledger" + reader.query(),
        withAsked(reader.otherLanguageQuery(), request),
        withAsked(reader.otherTextQuery(), request),
        kept,
        places(reader.query(), request.getRequestURI()));
  }

  private static List<Frame.Place> places(String query, String path) {
    return MENU.stream()
        .map(name -> new Frame.Place(name, "/" + name + query, path.equals("/" + name)))
        .toList();
  }

  private static String withAsked(String query, HttpServletRequest request) {
    String kept = query;
    for (String name : ASKED) {
      String typed = request.getParameter(name);
      if (typed != null) {
        String parameter = name + "=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
        kept = kept + (kept.endsWith("?") ? "" : "&") + parameter;
      }
    }
    return kept;
  }
}
