import type { Role } from './roles.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Further names of columns, as those in `roles.ts` are written: of schedulers, of Ray Tune's printed table, and French ones without accents. */
export const MORE_NAMES: Readonly<Partial<Record<Role, readonly string[]>>> = {
  id: words(
    'slurmjobid slurmid slurmjob jobidslurm slurmjobidraw slurmjobnumber slurmjobnr jobidraw rawjobid sacctid batchjobid clusterjobid pbsjobid lsfjobid lsbjobid sgejobid jobnr jobno idjob iddujob numerodejob numerojob',
  ),
  name: words('trialname slurmjobname intitule experience'),
  user: words('responsable'),
  start: words('datedebut datededebut dateheuredebut heuredebut heurededebut demarrage demarre'),
  end: words('datefin datedefin dateheurefin heurefin heuredefin'),
  duration: words(
    'timetotal totaltimetaken heures dureetotale dureedexecution dureeexecution tempsdexecution tempsexecution tempsdecalcul tempscalcul',
  ),
  gpus: words(
    'nombredegpu nombredegpus nombregpu nbgpu nbgpus nbregpu nbregpus nbdegpu nbdegpus nbredegpu nbredegpus nombredecartes nbcartes',
  ),
  gpuType: words('typedegpu typegpu modeledegpu modelegpu modelgpu carte cartegpu cartegraphique typedecarte'),
  gpuHours: words('heuresgpu heuresdegpu hgpu'),
  state: words('statut'),
  none: words('remarque remarques commentaire commentaires arrayjobid slurmarrayjobid jobarrayid arrayid'),
};
