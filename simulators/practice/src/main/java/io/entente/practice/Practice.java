package io.entente.practice;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Command line of the practice estate. */
public final class Practice {

  private static final String USAGE =
      """
      practice upstreams --port N                     serves orders on N, payments on N+1
      practice load --target URL --rate N --seed N [--seconds N]
                                                      sends N requests a second to a gateway
      practice count --bootstrap HOST:PORT --topic T --api NAME
                                                      counts events of an API on Kafka
      practice fill-kong --admin URL [--services N] [--seed N]
                                                      puts N services with a route each on a Kong
      """;

  private Practice() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 0) {
      refuse("say what to do");
    }
    Map<String, String> options = Options.read(args);
    switch (args[0]) {
      case "upstreams" -> upstreams(options);
      case "load" -> load(options);
      case "count" ->
          System.out.println(
              EventCount.of(
                  Options.need(options, "bootstrap"),
                  Options.need(options, "topic"),
                  Options.need(options, "api")));
      case "fill-kong" -> fillKong(options);
      default -> refuse("unknown: " + args[0]);
    }
  }

  private static void upstreams(Map<String, String> options) throws IOException {
    int port = Options.number(options, "port", 9101);
    RestUpstream orders = RestUpstream.start("orders", port);
    RestUpstream payments = RestUpstream.start("payments", port == 0 ? 0 : port + 1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  orders.close();
                  payments.close();
                }));
    System.out.println("orders on " + orders.port() + ", payments on " + payments.port());
  }

  private static void load(Map<String, String> options) throws InterruptedException {
    var load =
        new SeededLoad(
            URI.create(Options.need(options, "target")),
            Options.number(options, "rate", 10),
            Options.number(options, "seed", 1));
    load.run(Options.number(options, "seconds", 86_400));
  }

  private static void fillKong(Map<String, String> options)
      throws IOException, InterruptedException {
    var kong =
        new BigKong(URI.create(Options.need(options, "admin")), Options.number(options, "seed", 1));
    System.out.println(kong.fill(Options.number(options, "services", 10_000)) + " entities");
  }

  private static void refuse(String why) {
    System.err.println("practice: " + why);
    System.err.print(USAGE);
    System.exit(1);
  }
}
