package dev.longrun.metrics.trend;

import dev.longrun.demo.runner.Truths;
import java.util.List;
public final class Recovery {
  public static void main(String[] a) {
    long t=System.nanoTime();
    Truths truths=Truths.ofTheDemo();
    for (int k=0;k<2;k++) {
      Truths tr = k==0?truths:truths.withoutEffects();
      double gen=0, fit=0; int[] cover=new int[5]; double[] sum=new double[5], width=new double[5]; int[] n=new int[5], zero=new int[5], clear=new int[5];
      double[] truth = k==0? new double[]{100*Math.expm1(.04),-100*Math.expm1(-.0015),100*Math.expm1(.006),100*Math.expm1(.025),100*Math.expm1(-.008)} : new double[]{0,0,100*Math.expm1(.006),0,0};
      for (int seed=1;seed<=50;seed++) {
        long s=System.nanoTime();
        List<RunObservation> runs=PlantedRunner.twoYears(seed,tr);
        gen+=(System.nanoTime()-s)/1e6; s=System.nanoTime();
        PaceAtHeartRate p=PaceAtHeartRate.of(runs);
        ShoeComparison sc=ShoeComparison.of(runs);
        Finding[] f={p.trendPercent(),WeatherSensitivity.of(runs).own(),HeartRateSlope.of(runs),sc.differences().get("Brisk Carbon Racer"),sc.differences().get("Brisk Soft 2")};
        fit+=(System.nanoTime()-s)/1e6;
        if(seed==1) { for (Finding x:f) System.out.println(x==null?null:x.sentence()+" "+(x instanceof Estimate e?e.caveats():"")); System.out.println(p.pace().sentence()); System.out.println(p.trendPace().sentence()); System.out.println(sc.reference()); }
        for(int i=0;i<5;i++) if (f[i] instanceof Estimate e) { n[i]++; if(e.interval().contains(truth[i])) cover[i]++; if(!e.interval().contains(0)) zero[i]++; if(e.clear()) clear[i]++; sum[i]+=e.value()-truth[i]; width[i]+=e.interval().width(); }
      }
      for(int i=0;i<5;i++) System.out.printf("%d truth %.3f n %d bias %.4f width %.4f cover %d zero %d clear %d%n",i,truth[i],n[i],sum[i]/n[i],width[i]/n[i],cover[i],zero[i],clear[i]);
      System.out.printf("gen %.0f ms fit %.0f ms%n",gen,fit);
    }
  }
}
