package cn.zhixin.verification.door;

import cn.zhixin.verification.PublicRole;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one may ask: each a list of {@code requests/time}, all of which hold; empty for no
 * limit. IPv6 addresses count by their first 64 bits.
 *
 * @param answers certificates by code, as JSON or page, per address and node
 * @param pages everything else that is only read, per address and node
 * @param holderMatch questions whether a certificate is this person's, per address
 * @param holderNumberCode wrong identity numbers, whole or the last six, of whoever has the code
 *     alone, per certificate
 * @param holderNumberBrowser the same with a browser that the holder used before, per browser
 * @param holderNumberFile the same with the certificate's PDF, per certificate
 * @param holderNumberEmployer the same of an organisation, for each and per certificate
 * @param files uploads, per address
 * @param lookups by name and identity number, per address
 * @param bulk orders of many codes, per address
 * @param signIn attempts, per address
 * @param apiKey requests with one API key, on top of those of the address
 * @param exempt addresses of which answers and pages are not counted
 */
@PublicRole
@ConfigurationProperties("zhixin.limits")
public record LimitsProperties(
    @DefaultValue("6000/1m") List<Allowance> answers,
    @DefaultValue("600/1m") List<Allowance> pages,
    @DefaultValue("60/1h") List<Allowance> holderMatch,
    @DefaultValue({"5/1h", "15/1d", "30/30d", "40/365d"}) List<Allowance> holderNumberCode,
    @DefaultValue({"5/1h", "10/1d", "20/30d"}) List<Allowance> holderNumberBrowser,
    @DefaultValue({"10/1h", "30/1d"}) List<Allowance> holderNumberFile,
    @DefaultValue({"5/1h", "10/1d", "20/365d"}) List<Allowance> holderNumberEmployer,
    @DefaultValue({"30/1m", "300/1h"}) List<Allowance> files,
    @DefaultValue({"30/1h", "200/1d"}) List<Allowance> lookups,
    @DefaultValue("60/1h") List<Allowance> bulk,
    @DefaultValue("20/10m") List<Allowance> signIn,
    @DefaultValue("600/1m") List<Allowance> apiKey,
    @DefaultValue({"127.0.0.1", "::1"}) List<String> exempt) {}
