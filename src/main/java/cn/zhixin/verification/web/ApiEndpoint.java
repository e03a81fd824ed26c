package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicRole;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Describes the public API: to programs as OpenAPI, to a browser as a page to read. */
@PublicRole
@Controller
class ApiEndpoint {
  private final Frames frames;
  private final OwnAssets assets;

  /** Made when first asked for: a start does not wait for it. */
  private volatile byte @Nullable [] document;

  /** Read out of the document once, for all readers. */
  private volatile @Nullable ApiView view;

  ApiEndpoint(Frames frames, PageAssets assets) {
    this.frames = frames;
    this.assets = assets.own("web/api.css");
  }

  @GetMapping({"/api", "/api/"})
  Object describe(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    return Accepts.html(request) ? page(request, response) : json();
  }

  /** For a browser that shall keep it. */
  @GetMapping("/api/openapi.json")
  ResponseEntity<byte[]> json() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noCache())
        .body(document());
  }

  private ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
    ModelAndView page = frames.page("api", request);
    page.addObject("view", view());
    assets.addTo(page, response);
    return page;
  }

  private ApiView view() {
    ApiView made = view;
    if (made == null) {
      made = new ApiViews(JsonMapper.shared().readTree(document())).view();
      view = made;
    }
    return made;
  }

  private byte[] document() {
    byte[] made = document;
    if (made == null) {
      made = ApiDocument.write();
      document = made;
    }
    return made;
  }
}
