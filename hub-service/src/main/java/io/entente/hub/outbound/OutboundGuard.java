package io.entente.hub.outbound;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the hub from being sent to places that its callers cannot reach themselves. Addresses of
 * the link, of clouds' metadata, reserved and disguised ones are refused always; loopback and
 * private networks are called only where {@code entente.outbound.allow} names their range. Every
 * address that a name leads to must pass. Safe to share between threads.
 */
@ApplicationScoped
public class OutboundGuard {
  private static final Set<String> METADATA =
      Set.of("metadata", "metadata.google.internal", "metadata.goog", "instance-data");

  private final List<Cidr> allowed;
  private final Resolver resolver;

  @Inject
  public OutboundGuard(OutboundConfig config) {
    this(config.allow(), name -> List.of(InetAddress.getAllByName(name)));
  }

  OutboundGuard(List<String> allowed, Resolver resolver) {
    this.allowed = allowed.stream().map(String::strip).map(Cidr::parse).toList();
    this.resolver = resolver;
  }

  /**
   * Checks what can be checked without asking anybody.
   *
   * @param field what is told to be wrong; the address itself is not repeated beyond its host
   * @throws ProblemException OUTBOUND_REFUSED
   */
  public void requireText(String field, String url, Transport transport) {
    host(field, url, transport);
  }

  /**
   * Checks the address, and every address its name leads to now. Blocks.
   *
   * @throws ProblemException OUTBOUND_REFUSED, or OUTBOUND_UNRESOLVED when the name leads nowhere
   */
  public void require(String field, String url, Transport transport) {
    URI uri = host(field, url, transport);
    String host = uri.getHost();
    if (HostText.isName(host)) {
      for (InetAddress address : resolved(field, host)) {
        requirePlace(field, host, address);
        requireSafe(field, uri, address.isLoopbackAddress(), transport);
      }
    }
  }

  private URI host(String field, String url, Transport transport) {
    URI uri = parsed(field, url);
    String host = bare(uri);
    Optional<InetAddress> literal = HostText.literal(host);
    literal.ifPresent(address -> requirePlace(field, host, address));
    if (literal.isEmpty() && !HostText.isName(host)) {
      throw refused(field, shown(host), "is no host name and no address in its usual form");
    }
    if (METADATA.contains(host.toLowerCase(Locale.ROOT))) {
      throw refused(field, host, "is the metadata service of a cloud");
    }
    boolean here =
        literal.map(InetAddress::isLoopbackAddress).orElse(host.equalsIgnoreCase("localhost"));
    requireSafe(field, uri, here, transport);
    return uri;
  }

  private static URI parsed(String field, String url) {
    try {
      var uri = new URI(url);
      String scheme = uri.getScheme();
      boolean http = "http".equals(scheme) || "https".equals(scheme);
      if (http
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && uri.getPort() != 0
          && uri.getPort() <= 65_535) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Its message repeats the text, which may hold a secret.
    }
    throw refused(field, "the value", "is not http(s)://host:port without user and fragment");
  }

  private static String bare(URI uri) {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private void requirePlace(String field, String host, InetAddress address) {
    var place = AddressRanges.of(address);
    if (place == AddressRanges.FORBIDDEN) {
      throw refused(
          field, shown(host), "leads to " + address.getHostAddress() + ", which is never called");
    }
    if (place == AddressRanges.LOCAL
        && allowed.stream().noneMatch(range -> range.contains(address))) {
      throw refused(
          field,
          shown(host),
          "leads to "
              + address.getHostAddress()
              + ", which is local and in no range of entente.outbound.allow");
    }
  }

  private static void requireSafe(String field, URI uri, boolean loopback, Transport transport) {
    if (transport == Transport.HTTPS_UNLESS_LOOPBACK
        && !loopback
        && !"https".equals(uri.getScheme())) {
      throw refused(field, shown(bare(uri)), "is not called over https");
    }
  }

  private List<InetAddress> resolved(String field, String host) {
    try {
      return resolver.resolve(host);
    } catch (UnknownHostException e) {
      throw new ProblemException(
          Problem.vendor(
              "OUTBOUND_UNRESOLVED",
              "The name " + host + " leads to no address.",
              field,
              "Correct the name, or mend the name service of the hub."));
    }
  }

  private static String shown(String host) {
    return host.length() <= 80 ? host : host.substring(0, 80) + "…";
  }

  private static ProblemException refused(String field, String host, String why) {
    return new ProblemException(
        Problem.user(
            "OUTBOUND_REFUSED",
            "The hub does not call this: " + host + " " + why + ".",
            field,
            "Name the gateway's own address; private ranges are allowed by the setting"
                + " entente.outbound.allow."));
  }
}
