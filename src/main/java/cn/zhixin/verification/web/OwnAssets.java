package cn.zhixin.verification.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/**
 * What one page has besides what all pages share.
 *
 * @param policy content security policy that admits the page's style sheets and its script
 */
public record OwnAssets(String style, String script, String policy) {
  /** Puts them into the page and its policy into the response. */
  public void addTo(ModelAndView page, HttpServletResponse response) {
    page.addObject("ownStyle", style);
    page.addObject("ownScript", script);
    response.setHeader("Content-Security-Policy", policy);
  }
}
