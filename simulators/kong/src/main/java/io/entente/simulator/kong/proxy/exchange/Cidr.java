package io.entente.simulator.kong.proxy.exchange;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address or block of addresses, IPv4 or IPv6. */
public final class Cidr {

  private static final Pattern V4 =
      Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private final byte[] address;
  private final int bits;

  private Cidr(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /** Empty when the text is not an address or block. */
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    Optional<byte[]> address = address(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int all = address.get().length * 8;
    if (slash < 0) {
      return Optional.of(new Cidr(address.get(), all));
    }
    String length = text.substring(slash + 1);
    if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > all) {
      return Optional.empty();
    }
    return Optional.of(new Cidr(address.get(), Integer.parseInt(length)));
  }

  /** An address as nginx writes it; anything else stays as it is. */
  public static String text(String ip) {
    Optional<byte[]> bytes = address(ip).filter(address -> address.length == 16);
    return bytes.map(Cidr::v6).orElse(ip);
  }

  public boolean contains(String ip) {
    byte[] other = address(ip).orElse(new byte[0]);
    if (other.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** Lower case, the longest run of zero groups left out. */
  private static String v6(byte[] address) {
    var groups = new StringBuilder();
    for (int i = 0; i < address.length; i += 2) {
      int group = (address[i] & 0xFF) << 8 | address[i + 1] & 0xFF;
      groups.append(i == 0 ? "" : ":").append(Integer.toHexString(group));
    }
    String text = groups.toString();
    for (int zeros = 8; zeros > 1; zeros--) {
      String run = String.join(":", Collections.nCopies(zeros, "0"));
      Matcher found = Pattern.compile("(^|:)" + run + "(:|$)").matcher(text);
      if (found.find()) {
        return text.substring(0, found.start()) + "::" + text.substring(found.end());
      }
    }
    return text;
  }

  // Only literals: InetAddress must never ask a name server here.
  private static Optional<byte[]> address(String text) {
    boolean v4 = V4.matcher(text).matches();
    if (!v4 && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = InetAddress.getByName(text).getAddress();
      return v4 == (bytes.length == 4) ? Optional.of(bytes) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
