package dev.longrun.demo.runner;

/** The shoes of the synthetic runner, as both sites know them. */
public enum Shoe {
  DAILY("Brisk Daily 4", "Brisk", "Daily 4"),
  SOFT("Brisk Soft 2", "Brisk", "Soft 2"),
  CARBON("Brisk Carbon Racer", "Brisk", "Carbon Racer");

  private final String title;
  private final String brand;
  private final String model;

  Shoe(String title, String brand, String model) {
    this.title = title;
    this.brand = brand;
    this.model = model;
  }

  public String title() {
    return title;
  }

  public String brand() {
    return brand;
  }

  public String model() {
    return model;
  }

  /** 32 hexadecimal digits, as Garmin writes them. */
  public String garminUuid() {
    return String.format("5ca1ab1e%024x", ordinal() + 1);
  }

  public String stravaId() {
    return "g" + (1_000_001 + ordinal());
  }
}
